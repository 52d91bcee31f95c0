-- When another listing was seen last; when a user saw it last, the scan of the system says.
alter table flight rename column last_seen to changed_at;

-- What a user's own scans saw in Tapis; nothing else is shown to him. scanned_at is null until he scanned it whole.
create table system_sight (
    owner varchar(200) not null,
    system_id varchar(80) not null,
    scanned_at timestamp(6) with time zone,
    constraint system_sight_once primary key (owner, system_id)
);
create table flight_sight (
    owner varchar(200) not null,
    flight_id bigint not null references flight (id),
    seen_at timestamp(6) with time zone not null,
    gone_at timestamp(6) with time zone,
    constraint flight_sight_once primary key (owner, flight_id)
);
create index flight_sight_flight on flight_sight (flight_id);

insert into flight_sight (owner, flight_id, seen_at) select owner, flight_id, created_at from flight_project;
insert into system_sight (owner, system_id)
    select distinct p.owner, f.system_id from flight_project p join flight f on f.id = p.flight_id;

create index flight_by_name on flight (name, id);
create index flight_by_change on flight (changed_at, id);
create index flight_project_flight on flight_project (flight_id);
create index flight_project_recent on flight_project (owner, created_at, id);
create index flight_project_state on flight_project (owner, state);
create index flight_project_all on flight_project (created_at, id);
-- Counting a project's images and listing those in one state need nothing but this.
create index image_by_state on image (project_id, state, name, size);

create table sync_record (
    job_id bigint not null primary key,
    project_id bigint not null references flight_project (id),
    retry_refused boolean not null,
    process_without boolean not null,
    reprocess boolean not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    outcome varchar(60),
    bytes_moved bigint
);
create index sync_record_project on sync_record (project_id, job_id);
