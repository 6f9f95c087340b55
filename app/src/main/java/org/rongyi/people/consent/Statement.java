package org.rongyi.people.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 告知书, or one 单独同意书: a text in versions, of which one is in force on a day.
 *
 * @param paper whether it takes the person's signature on paper
 * @param months the parameter that says for how many months it holds; null: until it is withdrawn
 * @param at the last part of the address of the page where it is answered, when that is one of its own; null: among the others
 * @param versions the earliest first
 */
public record Statement(
        String id,
        Kind kind,
        String zh,
        boolean paper,
        @Nullable String months,
        @Nullable String at,
        List<Version> versions) {

    /** What is asked of the person. */
    public enum Kind {
        NOTICE("告知"),
        CONSENT("单独同意");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * @param from the day it is in force from, which names it
     * @param document the law it rests on
     */
    public record Version(LocalDate from, String document, String article, List<Section> sections) {

        public Version {
            sections = List.copyOf(sections);
        }
    }

    /** A heading, and what stands under it. */
    public record Section(String zh, String text) {}

    public Statement {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalStateException("statement " + id + " has no version");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1).from().isBefore(versions.get(i).from())) {
                throw new IllegalStateException("versions of " + id + " are not in the order of their days");
            }
        }
    }

    public boolean isConsent() {
        return kind == Kind.CONSENT;
    }

    /** The version in force; empty before the first. */
    public Optional<Version> on(LocalDate day) {
        return versions.stream().filter(version -> !version.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    public Optional<Version> version(LocalDate from) {
        return versions.stream().filter(version -> version.from().equals(from)).findFirst();
    }
}
