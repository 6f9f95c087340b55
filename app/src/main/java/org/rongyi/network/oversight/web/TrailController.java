package org.rongyi.network.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.oversight.Trail;
import org.rongyi.network.oversight.TrailWords;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 留痕查询: who did what, to the auditor of a territory and to nobody else. */
@Controller
class TrailController {

    private static final List<String> COLUMNS =
            List.of("时间", "办理人", "用户名", "角色", "单位", "事项", "所涉账号", "结果", "目的或理由", "改动", "记录编号", "请求编号");

    private final Trail trail;
    private final AuditTrail audit;
    private final TrailWords words;
    private final UnitChoice units;
    private final Transactions transactions;
    private final Clock clock;

    TrailController(
            Trail trail, AuditTrail audit, TrailWords words, UnitChoice units, Transactions transactions, Clock clock) {
        this.trail = trail;
        this.audit = audit;
        this.words = words;
        this.units = units;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String unit,
            @Nullable String who,
            @Nullable String subject,
            @Nullable String about,
            @Nullable String act,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable String end) {

        TrailPage.Asked asked() {
            return new TrailPage.Asked(text(who), text(subject), text(about), text(act), from, to, text(end));
        }
    }

    @GetMapping("/trail")
    @Allow(roles = Role.AUDITOR)
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var asked = query.asked();
        var errors = FieldErrors.none();
        var from = Cursor.parse(after, OffsetDateTime::parse);
        var slice = transactions.read(actor, () -> {
            var filter = filter(asked, chosen, errors);
            return errors.isEmpty() ? trail.page(actor, filter, from) : new Slice<Trail.Entry>(List.of(), null);
        });
        return new TrailPage(slice.rows(), words, asked, chosen, hasHeads(actor), errors, slice.next());
    }

    @GetMapping({"/trail/export.xlsx", "/trail/print"})
    @Allow(roles = Role.AUDITOR)
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var heading = new Heading("留痕", Headings.lines(actor, "留痕", LocalDate.now(clock)), COLUMNS);
        var errors = FieldErrors.none();
        var filter = transactions.read(actor, () -> filter(query.asked(), chosen, errors));
        if (!errors.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, String.join("；", errors.all().values()));
        }
        noteExport(actor, query.asked(), chosen);
        var said = new Conditions().and("单位", chosen.name() + query.asked().words(words));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response, heading.under(said), row -> trail.each(actor, filter, entry -> row.of(cells(entry))));
            return true;
        });
    }

    /** Who takes the trail away as a file leaves a trail himself, with what he asked for. */
    private void noteExport(Actor.Office actor, TrailPage.Asked asked, UnitChoice.Chosen chosen) {
        var detail = new Detail("导出留痕：" + chosen.name() + asked.words(words), List.of());
        transactions.write(actor, () -> {
            audit.record(actor, new AuditTrail.Entry("ExportTrail", null, "Exported", true, detail));
            return true;
        });
    }

    @GetMapping("/trail/{entry}")
    @Allow(roles = Role.AUDITOR)
    Page show(Actor.Office actor, @PathVariable UUID entry) {
        return transactions.read(
                actor,
                () -> trail.find(entry)
                        .map(found -> new TrailEntryPage(found, words))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static boolean hasHeads(Actor.Office actor) {
        return actor.unitCode().level() == Level.PROVINCE;
    }

    private Trail.Filter filter(TrailPage.Asked asked, UnitChoice.Chosen chosen, FieldErrors errors) {
        return new Trail.Filter(
                chosen.code(),
                accounts(asked.who(), errors),
                subject(asked.subject(), errors),
                about(asked.about(), errors),
                asked.act(),
                asked.from(),
                asked.to(),
                asked.end().isEmpty() ? null : asked.end().equals("done"));
    }

    private @Nullable List<UUID> accounts(String who, FieldErrors errors) {
        if (who.isEmpty()) {
            return null;
        }
        var found = trail.findAccounts(who);
        if (found.isEmpty()) {
            errors.add("who", "同名的人太多，请改用用户名查");
            return List.of();
        }
        if (found.get().isEmpty()) {
            errors.add("who", "没有这个用户名或姓名，请写全");
        }
        return found.get();
    }

    private @Nullable List<UUID> about(String name, FieldErrors errors) {
        if (name.isEmpty()) {
            return null;
        }
        var found = trail.findAbout(name);
        if (found.isEmpty()) {
            errors.add("about", "同名的人太多，请打开他的档案或办件，用记录编号查");
            return List.of();
        }
        if (found.get().isEmpty()) {
            errors.add("about", "本单位服务范围内没有这个人，请把姓名写全");
        }
        return found.get();
    }

    private static @Nullable UUID subject(String text, FieldErrors errors) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            errors.add("subject", "记录编号不完整，请从记录页的“留痕”进来，或整段粘贴");
            return null;
        }
    }

    private List<@Nullable Object> cells(Trail.Entry entry) {
        return Arrays.asList(
                Words.moment(entry.at().toInstant()),
                entry.actorName(),
                Objects.requireNonNullElse(entry.username(), ""),
                entry.role() == null ? entry.actorKind() : entry.role().zh(),
                Objects.requireNonNullElse(entry.unitName(), ""),
                words.act(entry.act()),
                Objects.requireNonNullElse(entry.about(), ""),
                words.end(entry),
                Objects.requireNonNullElse(entry.detail().purpose(), ""),
                entry.detail().changes().stream().map(Detail.Change::text).collect(Collectors.joining("；")),
                entry.subject() == null ? "" : entry.subject().toString(),
                Objects.requireNonNullElse(entry.requestId(), ""));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
