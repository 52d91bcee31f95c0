-- What may be moved per second by each server, when somebody set it at run time; at most one row.
create table bandwidth_budget (
    id integer not null primary key,
    total varchar(1000) not null,
    download varchar(1000) not null,
    upload varchar(1000) not null,
    changed_by varchar(200) not null,
    changed_at timestamp(6) with time zone not null
);

-- How far the present or last sync of a project is; written about once a second by the server that runs it.
create table sync_progress (
    project_id bigint not null primary key references flight_project (id),
    fence bigint not null,
    execution_id bigint not null,
    node varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    ended boolean not null,
    bytes_downloaded bigint not null,
    bytes_uploaded bigint not null,
    bytes_delivered bigint not null,
    images_delivered bigint not null,
    images_failed bigint not null,
    retries bigint not null,
    bytes_per_second bigint not null,
    bytes_left bigint not null,
    slow_side varchar(10),
    waiting_for varchar(300),
    waiting_since timestamp(6) with time zone,
    last_error_code varchar(40)
);

-- A check of what WebODM holds; the last one of each project.
create table verification (
    project_id bigint not null primary key references flight_project (id),
    full_check boolean not null,
    state varchar(20) not null,
    node varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    images bigint not null,
    checked bigint not null,
    differences bigint not null,
    error_code varchar(40),
    error_text varchar(1000)
);

create sequence verification_finding_seq start with 1 increment by 50;
create table verification_finding (
    id bigint not null primary key,
    project_id bigint not null references flight_project (id),
    name varchar(1024) not null,
    delivered_name varchar(255) not null,
    difference varchar(10) not null,
    expected varchar(100),
    found varchar(100)
);
create index verification_finding_project on verification_finding (project_id, id);

create index image_content on image (sha256);
