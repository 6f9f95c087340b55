package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A service with a 公示, in tests only: {@code approval/aid-test.yaml} is its way. */
@Component
public class AidOfTests implements CaseService {

    public static final String ID = "AID_TEST";
    public static final String MATTER = "临时生活困难，一次性援助 3,000 元";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isForFamily() {
        return true;
    }

    @Override
    public boolean hasNumbers(UUID caseId) {
        return false;
    }

    @Override
    public Content content(UUID caseId, Actor reader, boolean clear) {
        return new Content(List.of(new Line("援助金额", null, "3,000 元")), "住院花费大，家庭困难", null);
    }

    @Override
    public Optional<String> carryOut(CaseFile file, Actor.Office by) {
        return Optional.empty();
    }

    @Override
    public String supplementPath(UUID caseId) {
        return "/cases/" + caseId;
    }
}
