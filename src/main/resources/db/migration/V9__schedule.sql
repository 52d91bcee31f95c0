alter table discovery_run add column asked_by varchar(200);
alter table discovery_run add column occasion varchar(20) default 'REQUEST' not null;
alter table discovery_run add column dry_run boolean default false not null;
alter table discovery_run add column projects_existing integer default 0 not null;
alter table discovery_run add column projects_deferred integer default 0 not null;
alter table discovery_run add column job_id bigint;
alter table discovery_run add column error_code varchar(40);
alter table discovery_run add column error_text varchar(1000);
create index discovery_run_owner on discovery_run (owner, id);
create index discovery_run_end on discovery_run (ended_at);

create sequence background_run_seq start with 1 increment by 1;

create table background_run (
    id bigint not null primary key,
    job varchar(40) not null,
    work varchar(260) not null,
    owner varchar(200),
    asked_by varchar(200),
    occasion varchar(20) not null,
    wish varchar(1000000) not null,
    job_id bigint,
    attempts integer not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    error_code varchar(40),
    error_text varchar(1000)
);
create index background_run_owner on background_run (owner, id);
create index background_run_job on background_run (job, id);
create index background_run_execution on background_run (job_id);
create index background_run_work on background_run (work, ended_at);
create index background_run_end on background_run (ended_at);

create table background_result (
    run_id bigint not null references background_run (id),
    part integer not null,
    text varchar(1000000) not null,
    constraint background_result_once primary key (run_id, part)
);

create table work_claim (
    work varchar(260) not null primary key,
    fence bigint not null,
    holder varchar(200),
    job_id bigint,
    expires_at timestamp(6) with time zone
);

create table schedule_tick (
    name varchar(40) not null primary key,
    timetable varchar(40) not null,
    next_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone
);

create table kept_answer (
    caller varchar(200) not null,
    request_key varchar(64) not null,
    request_hash varchar(64) not null,
    status integer,
    location varchar(300),
    body varchar(1000000),
    created_at timestamp(6) with time zone not null,
    constraint kept_answer_once primary key (caller, request_key)
);
create index kept_answer_time on kept_answer (created_at);
