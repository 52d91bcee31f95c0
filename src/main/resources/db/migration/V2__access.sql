create table oauth_token (
    owner varchar(200) not null,
    client_id varchar(80) not null,
    tenant varchar(80) not null,
    access_token varchar(32000) not null,
    access_expiry timestamp(6) with time zone not null,
    refresh_token varchar(32000),
    refresh_expiry timestamp(6) with time zone,
    issued_at timestamp(6) with time zone not null,
    key_id varchar(20) not null,
    version bigint not null,
    updated_at timestamp(6) with time zone not null,
    constraint oauth_token_once primary key (owner, client_id)
);

create table webodm_account (
    owner varchar(200) not null primary key,
    username varchar(255) not null,
    password varchar(4000) not null,
    key_id varchar(20) not null,
    updated_at timestamp(6) with time zone not null
);
