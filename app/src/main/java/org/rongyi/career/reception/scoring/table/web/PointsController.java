package org.rongyi.career.reception.scoring.table.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.scoring.table.PointsCheck;
import org.rongyi.career.reception.scoring.table.PointsFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.SheetWriter;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.ProposeSheet;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 评分标准整表导入: template, a look at every row, and the proposal; agreed to like any change of a parameter. */
@Controller
class PointsController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LARGEST = 1_000_000;

    private final Acts acts;
    private final ProposeSheet propose;
    private final PointsCheck check;
    private final Policy policy;

    PointsController(Acts acts, ProposeSheet propose, PointsCheck check, Policy policy) {
        this.acts = acts;
        this.propose = propose;
        this.check = check;
        this.policy = policy;
    }

    @GetMapping("/receptions/score-table")
    @Allow(act = ProposeSheet.class)
    Page form(@RequestParam(defaultValue = "") String table) {
        return page(PointsForm.of(table, "", ""), FieldErrors.none(), List.of());
    }

    /** Every item of the table with its unit; what is already known for today stays on the parameter's own page. */
    @GetMapping("/receptions/score-table/template.xlsx")
    @Allow(act = ProposeSheet.class)
    void template(@RequestParam(defaultValue = "") String table, HttpServletResponse response) throws IOException {
        var whose = PointsForm.table(table);
        response.setContentType(XLSX);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("评分标准模板（" + whose.zh() + "）.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var writer = SheetWriter.xlsx(response.getOutputStream(), Heading.of("评分标准", PointsFile.headers()))) {
            for (var id : whose.parameters()) {
                var parameter = policy.get(id);
                List<@Nullable Object> row = Arrays.asList(parameter.zh(), null, parameter.unit(), null, null);
                writer.row(row);
            }
        }
    }

    @PostMapping("/receptions/score-table/check")
    @Allow(act = ProposeSheet.class)
    ResponseEntity<Page> check(
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var form = PointsForm.of(table, document, reason);
        boolean given = file != null && !file.isEmpty() && file.getSize() <= LARGEST;
        var errors = form.errors().require(given, "file", "请选择填好的表，Excel（.xlsx）或 CSV，不超过 1 MB");
        if (file == null || !errors.isEmpty()) {
            return Answer.invalid(page(form, errors, List.of()));
        }
        var read = PointsFile.read(file.getBytes());
        if (read.refused() != null) {
            return Answer.invalid(page(form, FieldErrors.of("file", read.refused()), List.of()));
        }
        return look(form, read.lines(), read.wrong());
    }

    private ResponseEntity<Page> look(PointsForm form, List<PointsFile.Line> lines, List<PointsFile.Wrong> unread) {
        var found = check.look(form.wanted(), lines);
        var wrong = new ArrayList<>(unread);
        wrong.addAll(found.wrong());
        if (!wrong.isEmpty()) {
            var errors = FieldErrors.of("file", "有 " + wrong.size() + " 处要改，一项也没有提出，看下面的说明");
            return Answer.invalid(page(form, errors, wrong));
        }
        var kept = lines.stream().filter(line -> line.points() != null).toList();
        var names = found.values().stream()
                .map(value -> policy.get(value.parameter()).zh())
                .toList();
        return Answer.show(new PointsCheckPage(form.with(kept), found.values(), names, found.without(), found.kept()));
    }

    @PostMapping("/receptions/score-table")
    @Allow(act = ProposeSheet.class)
    ResponseEntity<Page> propose(Actor.Office actor, CommandId id, @RequestParam MultiValueMap<String, String> fields) {
        // as they came: of one row alone a list would make several, at its commas
        var form = PointsForm.of(new Typed(fields), fields.getOrDefault("row", List.of()));
        var lines = form.lines();
        var errors = form.errors().require(lines.size() == form.rows().size(), "file", "有的行没有完整地传回来，一项也没有提出，请重新导入这张表");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(form, errors, List.of()));
        }
        var found = check.look(form.wanted(), lines);
        if (!found.wrong().isEmpty()) {
            return look(form, lines, List.of());
        }
        return switch (acts.perform(actor, propose, new ProposeSheet.Command(id, found.values()))) {
            case ProposeSheet.Outcome.SheetProposed(var sheet) ->
                Answer.seeOther("/policy-changes/" + sheet, Flash.success("整表已提出，等待另一位负责人审核"));
            case ProposeSheet.Outcome.WrongValue(var reasons) ->
                Answer.invalid(page(form, FieldErrors.of("file", String.join("；", reasons)), List.of()));
            case ProposeSheet.Outcome.AlreadyProposed() ->
                Answer.invalid(page(form, FieldErrors.of("file", "其中有的项目那一天已有一份变更待审核，请先在“参数变更”里撤回或等它审核"), List.of()));
        };
    }

    private PointsPage page(PointsForm form, FieldErrors errors, List<PointsFile.Wrong> wrong) {
        return new PointsPage(
                form.table(),
                form.document(),
                form.reason(),
                PointsPage.known(policy.get(form.table().base().getFirst())),
                errors,
                wrong);
    }
}
