create table flight_preview (
    flight_id bigint not null primary key references flight (id),
    fingerprint varchar(64) not null,
    whole boolean not null,
    state varchar(10) not null,
    images integer not null,
    wanted integer not null,
    done integer not null,
    error_code varchar(40),
    error_text varchar(1000),
    updated_at timestamp(6) with time zone not null
);

create table preview_image (
    flight_id bigint not null references flight (id),
    name varchar(1024) not null,
    size bigint not null,
    last_modified varchar(40),
    kind varchar(12) not null,
    odd varchar(200),
    latitude double precision,
    longitude double precision,
    altitude double precision,
    taken_at varchar(40),
    camera varchar(100),
    width integer,
    height integer,
    thumbnail bytea,
    constraint preview_image_once primary key (flight_id, name)
);
