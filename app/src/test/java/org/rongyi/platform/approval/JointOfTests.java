package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A service many decide together, in tests only: {@code approval/joint-test.yaml} is its way. */
@Component
public class JointOfTests implements CaseService {

    public static final String ID = "JOINT_TEST";

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
        return new Content(List.of(new Line("要办的", null, "一件要几家一起定的事")), "住院花费大，家庭困难", null);
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
