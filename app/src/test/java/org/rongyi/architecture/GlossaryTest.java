package org.rongyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("词汇：一物一名，屏幕、代码、表都用同一本词典")
class GlossaryTest {

    private static final Path PAGE = Path.of("..", "GLOSSARY.md");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
              and n.nspname not in ('information_schema', 'public', 'flyway')
            order by 1
            """;

    private static final String UNNAMED = """
            select n.nspname || '.' || c.relname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
              and n.nspname not in ('information_schema', 'public', 'flyway')
              and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '[一-龥]'
            """;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("GLOSSARY.md 与 glossary.yaml 一致（不一致时测试重写它，再跑一次即通过）")
    void thePageIsWrittenFromTheDictionary() throws IOException {
        var page = Glossary.read().page();
        var before = Files.readString(PAGE);
        Files.writeString(PAGE, page);
        assertThat(before).isEqualTo(page);
    }

    @Test
    @DisplayName("每一种办理、每一个有中文的枚举、每一张表都有词条")
    void everyActEnumAndTableHasAnEntry() throws IOException {
        var known = Glossary.read().code();
        var missing = new TreeSet<String>();
        for (var type : SqlBlocks.classes()) {
            boolean isAct = Act.class.isAssignableFrom(type) && !type.isInterface();
            if ((isAct || isSpoken(type)) && !known.contains(name(type)) && !known.contains(qualified(type))) {
                missing.add(name(type));
            }
        }
        jdbc.sql(TABLES).query(String.class).list().stream()
                .filter(table -> !known.contains(table))
                .forEach(missing::add);
        assertThat(missing).as("add these to glossary.yaml").isEmpty();
    }

    @Test
    @DisplayName("每张表的说明都是中文")
    void everyTableSaysInChineseWhatItIs() {
        assertThat(jdbc.sql(UNNAMED).query(String.class).list()).isEmpty();
    }

    @Test
    @DisplayName("词条不重复，都有中文和英文")
    void termsAreWholeAndSaidOnce() throws IOException {
        var terms = Glossary.read().terms();
        assertThat(terms).allSatisfy(term -> {
            assertThat(term.id()).matches("[a-z-]+");
            assertThat(term.zh()).isNotBlank();
            assertThat(term.en()).isNotBlank();
            assertThat(term.code()).isNotEmpty();
        });
        assertThat(terms.stream().map(Glossary.Term::id)).doesNotHaveDuplicates();
        assertThat(terms.stream().map(Glossary.Term::zh)).doesNotHaveDuplicates();
        assertThat(terms.stream().flatMap(term -> term.code().stream())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("屏幕上、名录里不出现别的叫法")
    void noSynonymIsOnTheScreen() throws IOException {
        var wrong = new TreeSet<String>();
        var terms = Glossary.read().terms();
        for (var text : ChineseTexts.all()) {
            for (var term : terms) {
                term.forbidden().stream()
                        .filter(text.words()::contains)
                        .forEach(synonym -> wrong.add(text.place() + " says " + synonym + " for " + term.zh()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** An enum whose values are said in Chinese, on screen or in a file. */
    private static boolean isSpoken(Class<?> type) {
        return type.isEnum()
                && Arrays.stream(type.getDeclaredMethods()).map(Method::getName).anyMatch("zh"::equals);
    }

    /** {@code Role}, or {@code ContactList.Which} of one that stands inside another. */
    private static String name(Class<?> type) {
        var host = type.getNestHost();
        return host == type ? type.getSimpleName() : host.getSimpleName() + "." + type.getSimpleName();
    }

    /** With its room, where two rooms have one of the same name: {@code division.UnitKind}. */
    private static String qualified(Class<?> type) {
        var folders = List.of(type.getPackageName().split("\\."));
        var known = new HashSet<>(List.of("web"));
        var room = folders.reversed().stream()
                .filter(folder -> !known.contains(folder))
                .findFirst()
                .orElseThrow();
        return room + "." + name(type);
    }
}
