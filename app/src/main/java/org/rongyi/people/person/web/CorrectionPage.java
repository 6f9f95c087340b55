package org.rongyi.people.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;

/**
 * 申请更正个人信息, or its 补正.
 *
 * @param action where the form goes
 * @param asksWhy a post fills it in for him, and says why
 * @param place where he lives, in words; none when nobody answers for him
 * @param supplement what is asked for, when it is a 补正
 */
public record CorrectionPage(
        PersonFile.View person,
        String action,
        String back,
        String lead,
        List<Crumb> crumbs,
        boolean asksWhy,
        @Nullable String place,
        @Nullable String supplement,
        CorrectionForm form,
        Evidence evidence,
        FieldErrors errors)
        implements Page {

    /**
     * The file field.
     *
     * @param form the form's command id, under which its files are kept until it is sent
     */
    public record Evidence(String form, List<KeptFile> kept, UploadCheck.Limits limits) {

        public String inWords() {
            return "身份证、户口簿、退役证等。" + limits.inWords();
        }
    }

    @Override
    public String title() {
        return supplement == null ? "申请更正个人信息" : "补正：更正个人信息";
    }
}
