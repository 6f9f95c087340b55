package org.rongyi.care.visit.web;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.visit.ContactFile;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.people.person.OpenNumber;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 打电话, from the list of whom to contact: the task is the purpose and says itself in the trail; nothing is asked. */
@Controller
class CallController {

    private final Acts acts;
    private final OpenNumber openNumber;
    private final PersonFile people;
    private final ContactFile contacts;
    private final Transactions transactions;

    CallController(
            Acts acts, OpenNumber openNumber, PersonFile people, ContactFile contacts, Transactions transactions) {
        this.acts = acts;
        this.openNumber = openNumber;
        this.people = people;
        this.contacts = contacts;
        this.transactions = transactions;
    }

    private record Task(PersonFile.View person, ContactFile.View line) {

        /** 今日走访，重点联系，应联系日 11 月 20 日. */
        private String words() {
            return "今日走访，" + line.attention().zh() + "，应联系日 " + Words.day(line.dueOn());
        }
    }

    @PostMapping("/contacts/{person}/call")
    @Allow(act = OpenNumber.class)
    ResponseEntity<Page> call(Actor.Office actor, CommandId id, @PathVariable UUID person) {
        var found = transactions.read(actor, () -> task(person));
        if (found.isEmpty()) {
            return Answer.notFound();
        }
        var task = found.get();
        var command = new OpenNumber.Command(id, person, OpenNumber.Which.PHONE, OpenNumber.Purpose.CALL, task.words());
        return switch (acts.perform(actor, openNumber, command)) {
            case OpenNumber.Outcome.Opened ignored -> shown(actor, task);
            case OpenNumber.Outcome.NotFound() -> Answer.notFound();
            case OpenNumber.Outcome.NoPhone(), OpenNumber.Outcome.NoPurpose(), OpenNumber.Outcome.LooksSecret _ ->
                Answer.seeOther("/persons/" + person, Flash.info("没有登记电话，可在“更正档案”里补上"));
        };
    }

    /** He is on the list and the reader's territory answers for him. */
    private Optional<Task> task(UUID person) {
        return people.find(person)
                .flatMap(view ->
                        contacts.find(person).filter(ContactFile.View::active).map(line -> new Task(view, line)));
    }

    private ResponseEntity<Page> shown(Actor.Office actor, Task task) {
        var person = task.person();
        return transactions
                .read(actor, () -> people.openNumber(person.id(), OpenNumber.Which.PHONE))
                .map(number -> Answer.show(
                        new CallPage(person, number, task.words(), Permission.mayPerform(RecordVisit.class, actor))))
                .orElseGet(Answer::notFound);
    }
}
