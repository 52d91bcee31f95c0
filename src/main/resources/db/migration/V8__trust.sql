alter table oauth_token add column signed_in_at timestamp(6) with time zone;

alter table flight_project add column signed_out_at timestamp(6) with time zone;
create index flight_project_signed_out on flight_project (signed_out_at);
