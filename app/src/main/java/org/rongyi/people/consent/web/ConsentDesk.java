package org.rongyi.people.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.consent.AnswerConsent;
import org.rongyi.people.consent.ConsentFile;
import org.rongyi.people.consent.Statement;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileAnswer;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.documents.paper.Form;
import org.rongyi.platform.documents.paper.Printer;
import org.rongyi.platform.documents.paper.Sheet;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the page and the paper together. */
@Component
class ConsentDesk {

    static final FormFiles.Field SIGNED = new FormFiles.Field("signed", new AttachmentKind("SIGNED", "签字件"));

    private static final String SIGNATURE = "授权人（签字）：　　　　　　　　年　　月　　日";

    private final PersonFile persons;
    private final ConsentFile consents;
    private final FormFiles files;
    private final UploadCheck check;
    private final Printer printer;
    private final Transactions transactions;
    private final Clock clock;

    ConsentDesk(
            PersonFile persons,
            ConsentFile consents,
            FormFiles files,
            UploadCheck check,
            Printer printer,
            Transactions transactions,
            Clock clock) {
        this.persons = persons;
        this.consents = consents;
        this.files = files;
        this.check = check;
        this.printer = printer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param form the command id of the form that takes the signed paper */
    ConsentPage page(Actor actor, UUID person, FieldErrors errors, CommandId form) {
        var signing = signing(actor, form);
        return transactions.read(actor, () -> {
            var view = require(person);
            var standings = consents.standings(person);
            return new ConsentPage(
                    person,
                    view.name(),
                    actor instanceof Actor.Self,
                    Permission.mayPerform(AnswerConsent.class, actor),
                    standings,
                    consents.history(person),
                    standings.stream()
                            .filter(one -> one.statement().paper() && one.latest() != null)
                            .map(one -> one.latest().id())
                            .collect(Collectors.toMap(Function.identity(), consents::signed)),
                    signing,
                    consents.isTermProposed(),
                    LocalDate.now(clock),
                    errors,
                    null);
        });
    }

    /** The 授权书 to be signed, with what is known filled in. */
    ResponseEntity<byte[]> paper(Actor actor, UUID person, String id) {
        var today = LocalDate.now(clock);
        var statement = consents.statement(id)
                .filter(Statement::paper)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var version = statement.on(today).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var view = transactions.read(actor, () -> require(person));
        var until = consents.until(statement, today);
        var lines = List.of(
                List.of(Form.Cell.of("姓名", view.name()), Form.Cell.of("身份证号", "")),
                List.of(Form.Cell.of("授权期限", until == null ? "到本人撤回为止" : "签字之日起至 " + Words.day(until) + "（按今天签字算）")));
        var text = version.sections().stream()
                .map(section -> section.zh() + "：" + section.text())
                .collect(Collectors.joining("\n"));
        var paper = new Form(
                statement.zh(),
                lines,
                List.of(
                        new Form.Box("授权内容", text, ""),
                        new Form.Box("本人意见", "以上内容我已看过（听过），同意授权。", SIGNATURE),
                        new Form.Box("共同生活的成年家庭成员", "", "签字：　　　　　　　　年　　月　　日")),
                List.of("依据：" + version.document() + version.article() + "。版本：" + Words.day(version.from()) + " 起用。"));
        var pdf = printer.print(paper, Sheet.plain(clock.instant())).pdf();
        return FileAnswer.saved(statement.zh() + ".pdf", "application/pdf").body(pdf);
    }

    private ConsentPage.@Nullable Signing signing(Actor actor, CommandId form) {
        return actor instanceof Actor.Office
                ? new ConsentPage.Signing(form.value().toString(), files.kept(actor, form, SIGNED), check.limits())
                : null;
    }

    private PersonFile.View require(UUID person) {
        return persons.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
