package org.rongyi.career.reception.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.rule.Discharge;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;

/** 登记移交接收, as it was typed. */
record ReceiveForm(Typed typed) {

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    Optional<ReceivePerson.Command> command(CommandId id, UUID person, FieldErrors errors) {
        var rank = Arrays.stream(Rank.values())
                .filter(one -> one.name().equals(typed.value("rank")))
                .findFirst();
        var enlisted = day("enlisted");
        var discharged = day("discharged");
        var received = day("received");
        errors.require(rank.isPresent(), "rank", "请选择退役类别")
                .requireText(typed.value("mode"), "mode", "请选择安置方式")
                .require(enlisted.isPresent(), "enlisted", "请填写批准服现役的日期")
                .require(discharged.isPresent(), "discharged", "请填写下达退役命令的日期")
                .requireText(typed.value("basis"), "basis", "请选择安置地依据")
                .require(typed.value("married").isEmpty() || day("married").isPresent(), "married", "请填写正确的日期")
                .require(
                        typed.value("parentsMoved").isEmpty()
                                || day("parentsMoved").isPresent(),
                        "parentsMoved",
                        "请填写正确的日期")
                .require(received.isPresent(), "received", "请填写接收的日期");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var discharge = new Discharge(
                rank.orElseThrow(),
                typed.value("mode"),
                typed.value("ground"),
                new HashSet<>(typed.values("bars")),
                enlisted.orElseThrow(),
                discharged.orElseThrow(),
                typed.value("basis"),
                day("married").orElse(null),
                day("parentsMoved").orElse(null),
                !typed.value("city").isEmpty());
        return Optional.of(new ReceivePerson.Command(
                id, person, discharge, typed.value("fromUnit"), typed.value("basisWords"), received.orElseThrow()));
    }

    private Optional<LocalDate> day(String field) {
        return typed.day(field).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
    }
}
