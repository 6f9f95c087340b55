package org.rongyi.people.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongyi.people.consent.Statement;
import org.rongyi.platform.ui.Page;

/** 个人信息告知: every statement in full, for everybody. */
public record PrivacyPage(List<Statement> statements, LocalDate today) implements Page {

    public Optional<Statement.Version> current(Statement statement) {
        return statement.on(today);
    }

    /** Versions that are over, the latest first. */
    public List<Statement.Version> earlier(Statement statement) {
        return statement.versions().reversed().stream()
                .filter(version -> version.from().isBefore(today))
                .filter(version -> !current(statement).filter(version::equals).isPresent())
                .toList();
    }

    @Override
    public String title() {
        return "个人信息怎么用";
    }
}
