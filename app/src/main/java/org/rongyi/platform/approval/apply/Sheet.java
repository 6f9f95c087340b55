package org.rongyi.platform.approval.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.KeptFile;

/**
 * 申请表 of any service, without its own fields.
 *
 * @param action where the form goes
 * @param asksWhy a post fills it in for him, and says why
 * @param notice the tick that he was told; none where he was
 * @param supplement what is asked for, when it is a 补正
 * @param form what was typed
 */
public record Sheet(
        String action,
        String back,
        String lead,
        List<Crumb> crumbs,
        boolean asksWhy,
        @Nullable Notice notice,
        @Nullable String supplement,
        Typed form,
        Evidence evidence,
        FieldErrors errors) {

    /** 告知书: where it is, and what is ticked. */
    public record Notice(String path, String label, String hint) {}

    /**
     * The file field.
     *
     * @param form the form's command id, under which its files are kept until it is sent
     * @param what which papers, for its hint
     */
    public record Evidence(String form, List<KeptFile> kept, UploadCheck.Limits limits, String what) {

        public String inWords() {
            return what + limits.inWords();
        }
    }
}
