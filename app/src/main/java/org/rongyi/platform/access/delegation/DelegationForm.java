package org.rongyi.platform.access.delegation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.access.Delegations;
import org.rongyi.platform.ui.FieldErrors;

/** What was typed. */
public record DelegationForm(String post, String deputy, String first, String last, String reason) {

    static final int LONGEST_REASON = 100;

    public DelegationForm {
        post = post == null ? "" : post;
        deputy = deputy == null ? "" : deputy;
        first = first == null ? "" : first;
        last = last == null ? "" : last;
        reason = reason == null ? "" : reason.strip();
    }

    static DelegationForm empty(LocalDate today) {
        return new DelegationForm("", "", today.toString(), "", "");
    }

    /** What is wanted, or nothing and what is wrong. */
    Optional<Delegations.Wanted> wanted(FieldErrors errors) {
        var wantedPost = id(post);
        var wantedDeputy = id(deputy);
        var from = day(first);
        var to = day(last);
        errors.require(wantedPost.isPresent(), "post", "请选择哪个岗位需要代理")
                .require(wantedDeputy.isPresent(), "deputy", "请选择由谁代理")
                .require(from.isPresent(), "first", "请填写从哪一天起")
                .require(to.isPresent(), "last", "请填写到哪一天为止")
                .requireText(reason, "reason", "请写明为什么要代理")
                .require(reason.length() <= LONGEST_REASON, "reason", "原因不超过 " + LONGEST_REASON + " 字");
        return errors.isEmpty()
                ? Optional.of(new Delegations.Wanted(
                        wantedPost.orElseThrow(),
                        wantedDeputy.orElseThrow(),
                        from.orElseThrow(),
                        to.orElseThrow(),
                        reason))
                : Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
