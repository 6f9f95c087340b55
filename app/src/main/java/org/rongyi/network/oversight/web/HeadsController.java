package org.rongyi.network.oversight.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.DailyHeads;
import org.rongyi.platform.audit.HeadLine;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 每日链头: what the province's auditor takes off the machine, as a file or on paper for 纪检监察. */
@Controller
class HeadsController {

    private final DailyHeads heads;
    private final Transactions transactions;
    private final Clock clock;

    HeadsController(DailyHeads heads, Transactions transactions, Clock clock) {
        this.heads = heads;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/trail/heads")
    @Allow(roles = Role.AUDITOR, levels = Level.PROVINCE)
    Page list(
            Actor.Office actor,
            @RequestParam(required = false) @DateTimeFormat(pattern = "uuuu-MM") @Nullable YearMonth month) {
        var today = LocalDate.now(clock);
        var shown = month == null ? YearMonth.from(today) : month;
        return new HeadsPage(shown, today, transactions.read(actor, () -> heads.of(shown)));
    }

    @GetMapping("/trail/heads/{day}")
    @Allow(roles = Role.AUDITOR, levels = Level.PROVINCE)
    Page show(Actor.Office actor, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return new HeadPage(get(actor, day), actor.unitName(), day.equals(LocalDate.now(clock)));
    }

    /** One line, as {@code verify audit --heads} reads it. */
    @GetMapping("/trail/heads/{day}/head.txt")
    @Allow(roles = Role.AUDITOR, levels = Level.PROVINCE)
    ResponseEntity<byte[]> file(
            Actor.Office actor, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        var name = ContentDisposition.attachment()
                .filename("留痕链头 " + day + ".txt", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body((get(actor, day).text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private HeadLine get(Actor.Office actor, LocalDate day) {
        return transactions
                .read(actor, () -> heads.of(day))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
