create sequence flight_seq start with 1 increment by 50;
create sequence flight_project_seq start with 1 increment by 50;
create sequence image_seq start with 1 increment by 50;
create sequence discovery_run_seq start with 1 increment by 50;

create table flight (
    id bigint not null primary key,
    tenant varchar(80) not null,
    system_id varchar(80) not null,
    name varchar(255) not null,
    images_path varchar(300) not null,
    image_count integer not null,
    total_bytes bigint not null,
    fingerprint varchar(64) not null,
    first_seen timestamp(6) with time zone not null,
    last_seen timestamp(6) with time zone not null,
    constraint flight_once unique (tenant, system_id, name)
);

create table flight_project (
    id bigint not null primary key,
    owner varchar(200) not null,
    flight_id bigint not null references flight (id),
    marker varchar(64) not null,
    state varchar(20) not null,
    webodm_project_id bigint,
    webodm_task_id varchar(36),
    running_progress double precision not null,
    error_code varchar(40),
    error_text varchar(1000),
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    constraint flight_project_once unique (owner, flight_id),
    constraint flight_project_marker unique (marker)
);
create index flight_project_webodm on flight_project (webodm_project_id);

create table image (
    id bigint not null primary key,
    project_id bigint not null references flight_project (id),
    name varchar(1024) not null,
    delivered_name varchar(255) not null,
    delivered_key varchar(1024) not null,
    size bigint not null,
    last_modified varchar(40),
    sha256 varchar(64),
    task_id varchar(36),
    state varchar(10) not null,
    attempts integer not null,
    error_code varchar(40),
    error_text varchar(1000),
    listed_at timestamp(6) with time zone not null,
    delivered_at timestamp(6) with time zone,
    constraint image_once unique (project_id, name),
    constraint image_delivered_once unique (project_id, delivered_key)
);
create index image_state on image (project_id, state, id);

create table sync_claim (
    project_id bigint not null primary key references flight_project (id),
    fence bigint not null,
    holder varchar(200),
    execution_id bigint,
    expires_at timestamp(6) with time zone
);

create table discovery_run (
    id bigint not null primary key,
    owner varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    systems_scanned integer not null,
    flights_discovered integer not null,
    projects_created integer not null,
    requests integer not null,
    errors integer not null
);
