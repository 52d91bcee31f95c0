alter table oauth_token add column signed_in_at timestamp(6) with time zone;

alter table flight_project add column signed_out_at timestamp(6) with time zone;
create index flight_project_signed_out on flight_project (signed_out_at);

create table webodm_acting (
    owner varchar(200) not null primary key,
    way varchar(20) not null,
    updated_at timestamp(6) with time zone not null
);

create table terminal_login (
    id_hash varchar(64) not null primary key,
    owner varchar(200) not null,
    client_id varchar(80) not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index terminal_login_owner on terminal_login (owner);
create index terminal_login_expiry on terminal_login (expires_at);
