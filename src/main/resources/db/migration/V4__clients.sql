create table oauth_client (
    client_id varchar(80) not null primary key,
    name varchar(80) not null,
    description varchar(300) not null,
    tenant varchar(80) not null,
    base_url varchar(300) not null,
    authorization_url varchar(300),
    token_url varchar(300),
    callback_url varchar(300),
    client_key varchar(4000) not null,
    key_id varchar(20) not null,
    active boolean not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);
