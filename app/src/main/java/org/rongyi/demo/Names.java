package org.rongyi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Invented names, from open lists of surnames and given names. */
final class Names {

    private record Lists(String source, List<String> surnames, List<String> male, List<String> female) {}

    private final Lists lists;
    private final Random random;

    Names(Random random) {
        this.random = random;
        try (var in = Names.class.getResourceAsStream("/demo/names.json")) {
            this.lists = JsonMapper.builder().build().readValue(in, Lists.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String surname() {
        return pick(lists.surnames());
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
