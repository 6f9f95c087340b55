package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Why no export can hold a formula: two classes write workbooks, and neither can write one. */
@DisplayName("红队：导出的表格只有一个出口，写不出公式")
class OneSpreadsheetWriterTest {

    private static final Path MAIN = Path.of("src/main/java");

    @Test
    @DisplayName("只有 XlsxWriter 和 Template 写工作簿，谁也不写公式")
    void nobodyElseWritesWorkbooks() throws IOException {
        var writers = new TreeSet<String>();
        var formulas = new TreeSet<String>();
        try (var all = Files.walk(MAIN)) {
            for (var file :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                var text = Files.readString(file);
                if (text.contains("org.dhatim.fastexcel.W") || text.contains("spreadsheetml.sheet+xml")) {
                    writers.add(file.getFileName().toString());
                }
                if (text.contains(".formula(") || text.contains("hyperlink(")) {
                    formulas.add(file.getFileName().toString());
                }
            }
        }
        assertThat(writers).isNotEmpty().isSubsetOf("XlsxWriter.java", "Template.java");
        assertThat(formulas).isEmpty();
    }
}
