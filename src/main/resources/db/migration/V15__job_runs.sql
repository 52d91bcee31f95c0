create table job_run (
    execution_id bigint not null primary key,
    instance_id bigint not null,
    job_name varchar(80) not null,
    owner varchar(200),
    project_id bigint references flight_project (id),
    state varchar(12) not null,
    status varchar(12) not null,
    exit_status varchar(250),
    created_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    error_code varchar(40),
    error_text varchar(1000),
    images_delivered bigint,
    images_failed bigint
);
create index job_run_state on job_run (state, execution_id);
create index job_run_owner on job_run (owner, execution_id);
create index job_run_project on job_run (project_id, execution_id);
create index job_run_name on job_run (job_name, execution_id);
create index job_run_created on job_run (created_at);
