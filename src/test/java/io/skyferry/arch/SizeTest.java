package io.skyferry.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How long files and methods are. The figures are printed, so that a build's log shows where they go. */
class SizeTest {
    /** @param where a file, or a file and a method in it */
    private record Size(String where, long lines) {}

    @Test
    void keepsFilesShort() {
        List<Size> files = Code.sourceFiles().stream().map(SizeTest::fileSize).toList();
        report("Files", files);

        assertThat(longest(files).lines()).as(longest(files).where()).isLessThanOrEqualTo(400);
        assertThat(percentile(files, 90)).isLessThanOrEqualTo(200);
        assertThat(percentile(files, 50)).isLessThanOrEqualTo(60);
    }

    @Test
    void keepsMethodsShort() throws IOException {
        List<Size> methods = methodSizes();
        report("Methods", methods);

        assertThat(methods).hasSizeGreaterThan(1000);
        assertThat(longest(methods).lines()).as(longest(methods).where()).isLessThanOrEqualTo(80);
        assertThat(percentile(methods, 99)).isLessThanOrEqualTo(40);
    }

    private static Size fileSize(Path file) {
        try {
            return new Size(shown(file), Files.readAllLines(file).size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the first line of annotations and modifiers to the closing brace; lambdas count where they stand. */
    private static List<Size> methodSizes() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(Code.sourceFiles()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Size> sizes = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodSizes(unit, positions).scan(unit, sizes);
            }
            return sizes;
        }
    }

    private static final class MethodSizes extends TreeScanner<Void, List<Size>> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        private MethodSizes(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, List<Size> sizes) {
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            String file = shown(Path.of(unit.getSourceFile().getName()));
            sizes.add(new Size(file + " " + method.getName(), last - first + 1));
            return super.visitMethod(method, sizes);
        }
    }

    private static Size longest(List<Size> sizes) {
        return sizes.stream().max(Comparator.comparingLong(Size::lines)).orElseThrow();
    }

    private static long percentile(List<Size> sizes, int percent) {
        List<Long> sorted = sizes.stream().map(Size::lines).sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static void report(String what, List<Size> sizes) {
        System.out.printf(
                "%s: %d; median %d, p90 %d, p99 %d lines; longest %d (%s)%n",
                what,
                sizes.size(),
                percentile(sizes, 50),
                percentile(sizes, 90),
                percentile(sizes, 99),
                longest(sizes).lines(),
                longest(sizes).where());
    }

    private static String shown(Path file) {
        return Code.SOURCES.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    }
}
