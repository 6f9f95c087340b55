package org.rongyi.people.kin.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.kin.GiveMandate;
import org.rongyi.people.kin.KinFile;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the page of 委托亲属 together. */
@Component
class MandateDesk {

    static final FormFiles.Field SIGNED = new FormFiles.Field("signed", new AttachmentKind("SIGNED", "签字件"));

    private final PersonFile persons;
    private final KinFile kin;
    private final FormFiles files;
    private final UploadCheck check;
    private final Transactions transactions;
    private final Clock clock;

    MandateDesk(
            PersonFile persons,
            KinFile kin,
            FormFiles files,
            UploadCheck check,
            Transactions transactions,
            Clock clock) {
        this.persons = persons;
        this.kin = kin;
        this.files = files;
        this.check = check;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param command the command id of the form that takes the signed paper
     * @param opening the mandate whose opening form was handed in with errors
     */
    MandatesPage page(
            Actor actor, UUID person, MandateForm form, @Nullable UUID opening, FieldErrors errors, CommandId command) {
        var signing = signing(actor, command);
        var today = LocalDate.now(clock);
        return transactions.read(actor, () -> {
            var view = persons.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return new MandatesPage(
                    person,
                    view.name(),
                    actor instanceof Actor.Self,
                    lines(person),
                    Permission.mayPerform(GiveMandate.class, actor) ? give(person, today, signing) : null,
                    form,
                    opening,
                    today,
                    errors);
        });
    }

    /**
     * @param until as it was typed
     * @param command the form's own
     */
    ExtensionPage extension(
            Actor actor, UUID person, UUID mandate, String until, FieldErrors errors, CommandId command) {
        var signing = signing(actor, command);
        var today = LocalDate.now(clock);
        return transactions.read(actor, () -> {
            var view = persons.find(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var one = kin.of(person).stream()
                    .filter(his -> his.id().equals(mandate))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return new ExtensionPage(
                    person,
                    view.name(),
                    one,
                    kin.words(one),
                    today,
                    kin.latest(today),
                    kin.isTermProposed(today),
                    place(person)
                            .flatMap(place -> kin.lacking(actor, one, place, today))
                            .orElse(null),
                    until,
                    command.value().toString(),
                    signing,
                    errors);
        });
    }

    /** The page of all of them. */
    static String path(Actor actor, UUID person) {
        return actor instanceof Actor.Self ? "/me/kin" : "/persons/" + person + "/kin";
    }

    private Optional<DivisionCode> place(UUID person) {
        return persons.places(person).stream()
                .filter(Place::responsible)
                .findFirst()
                .map(Place::code);
    }

    private MandatesPage.@Nullable Signing signing(Actor actor, CommandId command) {
        return actor instanceof Actor.Office
                ? new MandatesPage.Signing(
                        command.value().toString(), files.kept(actor, command, SIGNED), check.limits())
                : null;
    }

    private List<MandatesPage.Line> lines(UUID person) {
        return kin.of(person).stream()
                .map(one -> new MandatesPage.Line(
                        one,
                        kin.words(one),
                        kin.papers(one.id()).stream()
                                .map(paper -> new MandatesPage.Paper(paper.name(), "/attachments/" + paper.id()))
                                .toList()))
                .toList();
    }

    private MandatesPage.Give give(UUID person, LocalDate today, MandatesPage.@Nullable Signing signing) {
        var services = place(person)
                .map(place -> kin.services(place, today).entrySet().stream()
                        .map(one -> Option.of(one.getKey(), one.getValue()))
                        .toList())
                .orElse(List.of());
        return new MandatesPage.Give(services, kin.latest(today), kin.isTermProposed(today), signing);
    }
}
