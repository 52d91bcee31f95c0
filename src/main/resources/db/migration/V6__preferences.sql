create table preferences (
    owner varchar(200) not null primary key,
    auto_discover boolean not null,
    max_projects integer not null,
    cooldown_hours integer not null,
    notify_complete boolean not null,
    notify_errors boolean not null,
    preferred_systems varchar(8100) not null,
    last_auto_discovery timestamp(6) with time zone,
    updated_at timestamp(6) with time zone not null
);
