-- Searches read this: making a hundred thousand names lower-case for each of them took most of their time.
alter table flight add column folded_name varchar(255);
update flight set folded_name = lower(name);
alter table flight alter column folded_name set not null;

-- Counts by state are answered from the index alone.
drop index flight_project_state;
create index flight_project_state on flight_project (owner, state, webodm_project_id);
