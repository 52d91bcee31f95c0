create table oauth_state (
    state_hash varchar(64) not null primary key,
    browser_hash varchar(64) not null,
    client_id varchar(80) not null,
    redirect_after varchar(1000) not null,
    pkce boolean not null,
    expires_at timestamp(6) with time zone not null
);
create index oauth_state_expiry on oauth_state (expires_at);

create table browser_session (
    id_hash varchar(64) not null primary key,
    owner varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    seen_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index browser_session_owner on browser_session (owner);
create index browser_session_expiry on browser_session (expires_at);
