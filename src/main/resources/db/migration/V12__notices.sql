create sequence notice_seq start with 1 increment by 1;
create sequence notice_mail_seq start with 1 increment by 1;

create table notice_choice (
    owner varchar(200) not null primary key,
    address varchar(254),
    confirmed boolean not null,
    confirm_until timestamp(6) with time zone,
    mail_on boolean not null,
    occasions varchar(400) not null,
    digest_minutes integer,
    link_key varchar(400) not null,
    key_id varchar(20) not null,
    updated_at timestamp(6) with time zone not null
);

create table webhook (
    owner varchar(200) not null primary key,
    url varchar(1500) not null,
    secret varchar(400) not null,
    key_id varchar(20) not null,
    created_at timestamp(6) with time zone not null
);

create table notice_mail (
    id bigint not null primary key,
    owner varchar(200) not null,
    address varchar(254) not null,
    kind varchar(10) not null,
    message_id varchar(200) not null,
    state varchar(10) not null,
    attempts integer not null,
    next_at timestamp(6) with time zone not null,
    last_error varchar(200),
    created_at timestamp(6) with time zone not null,
    done_at timestamp(6) with time zone
);
create index notice_mail_due on notice_mail (state, next_at);
create index notice_mail_owner on notice_mail (owner, created_at);
create index notice_mail_address on notice_mail (address, created_at);

create table notice (
    id bigint not null primary key,
    change_id bigint not null,
    channel varchar(12) not null,
    owner varchar(200),
    occasion varchar(30) not null,
    happened_at timestamp(6) with time zone not null,
    facts varchar(4000) not null,
    mail_id bigint references notice_mail (id),
    state varchar(10) not null,
    attempts integer not null,
    next_at timestamp(6) with time zone not null,
    last_error varchar(200),
    created_at timestamp(6) with time zone not null,
    done_at timestamp(6) with time zone
);
create index notice_due on notice (channel, state, next_at);
create index notice_owner on notice (owner, id);
create index notice_mail_of on notice (mail_id);

create table notice_cursor (
    id bigint not null primary key,
    change_id bigint not null
);
insert into notice_cursor (id, change_id) values (1, 0);

create table notice_unchanged (
    project_id bigint not null primary key
);
