create table project_watch (
    project_id bigint not null primary key references flight_project (id),
    next_look_at timestamp(6) with time zone not null,
    pause_seconds bigint not null,
    seen_at timestamp(6) with time zone,
    trouble_code varchar(40),
    trouble_text varchar(1000),
    told_ending varchar(120),
    images_count integer,
    results varchar(4000)
);
create index project_watch_next on project_watch (next_look_at);
insert into project_watch (project_id, next_look_at, pause_seconds)
    select id, updated_at, 0 from flight_project;

alter table flight_project add column former_webodm_project_id bigint;
create index flight_project_former on flight_project (former_webodm_project_id);
