create sequence audit_event_seq start with 1 increment by 1;

create table audit_event (
    id bigint not null primary key,
    happened_at timestamp(6) with time zone not null,
    who varchar(200),
    what varchar(200) not null,
    subject varchar(300) not null,
    address varchar(60) not null,
    outcome varchar(40) not null
);
create index audit_event_time on audit_event (happened_at);
create index audit_event_who on audit_event (who, id);
