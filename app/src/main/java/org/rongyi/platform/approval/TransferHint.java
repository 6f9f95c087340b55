package org.rongyi.platform.approval;

import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 该移送的办件: whoever has it on his desk reads on it that another place answers for the applicant now. */
@Component
class TransferHint implements CaseHint {

    private final Transfers transfers;
    private final TransferDoor door;

    TransferHint(Transfers transfers, TransferDoor door) {
        this.transfers = transfers;
        this.door = door;
    }

    @Override
    public Optional<Hint> of(CaseFile file, Actor reader) {
        if (!(reader instanceof Actor.Office office) || file.state().isOver()) {
            return Optional.empty();
        }
        var asked = transfers.openOf(file.id());
        if (asked.isPresent()) {
            var words = "等" + asked.get().to().name() + "答复，答复以前还在这里办。";
            return Optional.of(
                    new Hint("已提出移送", words, "看移送", "/transfers/" + asked.get().id()));
        }
        return door.to(file, office)
                .map(desk -> new Hint(
                        "应由别处办", "按档案，这件事现在由" + desk.name() + "负责。", "移送", "/cases/" + file.id() + "/transfer"));
    }
}
