package io.skyferry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
    private static final Pattern NAME = Pattern.compile("\\b(WO_TAPIS|SKYFERRY)_[A-Z_]+[A-Z]\\b");

    @Test
    void lists_every_setting_that_the_server_reads_and_no_other() throws IOException {
        Set<String> read = names(Documents.read("src/main/java/io/skyferry/platform/config/Settings.java"));
        read.addAll(names(Documents.read("src/main/java/io/skyferry/platform/config/ScheduleSettings.java")));
        read.addAll(names(Documents.read("src/main/java/io/skyferry/platform/config/NoticeSettings.java")));
        read.addAll(names(Documents.read("src/main/java/io/skyferry/platform/config/TransferSettings.java")));
        read.addAll(names(Documents.read("liberty/server.xml")));
        String table = Documents.block("docs/operate.md", "settings").stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .collect(Collectors.joining("\n"));
        assertThat(names(table)).isEqualTo(read);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
