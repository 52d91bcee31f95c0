create sequence change_event_seq start with 1 increment by 1;

create table change_event (
    id bigint not null primary key,
    feed_id bigint,
    owner varchar(200),
    kind varchar(40) not null,
    project_id bigint,
    job_execution_id bigint,
    at timestamp(6) with time zone not null,
    body varchar(4000) not null,
    constraint change_event_feed unique (feed_id)
);
create index change_event_owner on change_event (owner, feed_id);

create table change_feed (
    id bigint not null primary key,
    last_id bigint not null,
    forgotten_to bigint not null
);
insert into change_feed (id, last_id, forgotten_to) values (1, 0, 0);
