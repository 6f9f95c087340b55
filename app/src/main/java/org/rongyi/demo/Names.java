package org.rongyi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Invented names, from open lists of surnames and given names. */
final class Names {

    /** The commonest surnames of Guangdong, in about their shares; the rest come from the whole list. */
    private static final List<String> COMMON = List.of(
            "陈", "陈", "陈", "陈", "李", "李", "李", "黄", "黄", "黄", "张", "张", "梁", "梁", "林", "林", "王", "刘", "吴", "罗", "杨",
            "周", "郭", "何", "邓", "谢", "叶", "曾", "钟", "朱");

    private static final int COMMON_IN_TEN = 7;

    private record Lists(String source, List<String> surnames, List<String> male, List<String> female) {}

    private final Lists lists;
    private final RandomGenerator random;

    Names(RandomGenerator random) {
        this.random = random;
        try (var in = Names.class.getResourceAsStream("/demo/names.json")) {
            this.lists = JsonMapper.builder().build().readValue(in, Lists.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Names(Lists lists, RandomGenerator random) {
        this.lists = lists;
        this.random = random;
    }

    /** The same lists by another chance. */
    Names by(RandomGenerator other) {
        return new Names(lists, other);
    }

    String surname() {
        return pick(random.nextInt(10) < COMMON_IN_TEN ? COMMON : lists.surnames());
    }

    String given(boolean male) {
        return pick(male ? lists.male() : lists.female());
    }

    String full(boolean male) {
        return surname() + given(male);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
