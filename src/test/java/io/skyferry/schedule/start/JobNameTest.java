package io.skyferry.schedule.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.identity.Owner;
import io.skyferry.transfer.testkit.Failures;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobNameTest {
    @ParameterizedTest
    @CsvSource({
        "discover_and_create_flight_projects, DISCOVER_FLIGHTS",
        "download_flight_images, SYNC_FLIGHT",
        "sync_all_flight_projects, SYNC_ALL_FLIGHTS",
        "periodic_flight_discovery, PERIODIC_DISCOVERY",
        "cleanup_expired_oauth_states, PURGE",
        "discover-flights, DISCOVER_FLIGHTS",
        "periodic-sync, PERIODIC_SYNC"
    })
    void knowsOldNamesAndNew(String name, JobName job) {
        assertThat(JobName.get(name)).isEqualTo(job);
    }

    @ParameterizedTest
    @EnumSource(JobName.class)
    void namesJobsThatExist(JobName job) {
        assertThat(Files.exists(Path.of("src/main/resources/META-INF/batch-jobs", job.id() + ".xml")))
                .isTrue();
    }

    @Test
    void refusesOthersWithAList() {
        assertThat(Failures.of(() -> JobName.get("DISCOVER_FLIGHTS")).detail()).contains("sync-all-flights");
    }

    private static JobParameters parameters(String json) {
        try (var reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return JobParameters.of(reader.readObject());
        }
    }

    @Test
    void readsParameters() {
        JobParameters given = parameters(
                "{'systems':['ptdatax.project.A','ptdatax.project.A'],'dry_run':true,'user':'ada','project_id':7}");

        assertThat(given.systems()).containsExactly("ptdatax.project.A");
        assertThat(given.flag("dry_run")).isTrue();
        assertThat(given.flag("reprocess")).isFalse();
        assertThat(given.id("project_id")).isEqualTo(7);
        assertThat(given.user("portals")).hasValue(new Owner("ada", "portals"));
        assertThat(parameters("{'user':'ada@x'}").user("portals")).hasValue(new Owner("ada", "x"));
        assertThat(JobParameters.of((JsonObject) null).systems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'systems':'A'} | systems",
                "{'systems':['elsewhere']} | systems",
                "{'systems':[1]} | systems",
                "{'dry_run':'yes'} | dry_run",
                "{'project_id':'7'} | project_id",
                "{'project_id':1.5} | project_id",
                "{'user':''} | user",
                "{'user':'ada@'} | user",
                "{'user':5} | user",
                "{'colour':1} | colour"
            })
    void refusesParametersByName(String json, String field) {
        var failure = Failures.of(() -> {
            JobParameters given = parameters(json);
            given.allow("systems", "dry_run", "project_id", "user");
            given.systems();
            given.flag("dry_run");
            given.user("t");
            given.id("project_id");
        });

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure.detail()).startsWith("'" + field + "' ");
    }
}
