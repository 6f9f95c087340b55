package org.rongyi.career.campaign.after.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.after.LetterState;

/**
 * Whom to show of those who were placed.
 *
 * @param text part of the name; empty for all
 * @param group none for all
 */
public record FollowUpFilter(String text, @Nullable Group group) {

    /** How far somebody is. */
    public enum Group {
        NO_LETTER("没有开介绍信"),
        ISSUED("等上岗"),
        LATE("超过上岗期限"),
        ON_DUTY("已上岗"),
        REFUSED("单位拒收、本人不去、撤回的");

        private final String zh;

        Group(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        private static Group of(FollowUpPage.Row row) {
            var letter = row.letter();
            if (letter == null) {
                return NO_LETTER;
            }
            if (letter.state() == LetterState.ISSUED) {
                return row.late() ? LATE : ISSUED;
            }
            return letter.state() == LetterState.ON_DUTY ? ON_DUTY : REFUSED;
        }
    }

    static @Nullable Group group(String name) {
        return Arrays.stream(Group.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean takes(FollowUpPage.Row row) {
        return row.name().contains(text) && (group == null || group == Group.of(row));
    }
}
