package org.rongyi.platform.approval;

import java.util.List;
import org.rongyi.platform.documents.paper.Form;

/**
 * 申请表、申请审批表 of a service, as its rule names it, filled in from the case. Identity and account numbers are left to the
 * pen: printing is no purpose to open them for.
 *
 * @param code two to six capitals, for the paper's number
 * @param title the form's full name
 * @param lines what is known of applicant, household, situation and what is asked for
 * @param pledge what the applicant signs
 * @param asked bodies whose opinion is asked for without a step of their own: 村（居）委会意见
 * @param notes 填表说明
 */
public record CaseForm(
        String code, String title, List<List<Form.Cell>> lines, String pledge, List<String> asked, List<String> notes) {

    public CaseForm {
        lines = lines.stream().map(List::copyOf).toList();
        asked = List.copyOf(asked);
        notes = List.copyOf(notes);
    }
}
