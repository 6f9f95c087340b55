package org.rongyi.platform.documents.issued;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.paper.Paper;

/**
 * What is to be issued.
 *
 * @param owner the record it is a document of: who may see it follows from there
 * @param edition the version of the record; one version has one document of a kind
 * @param wording 机关代字 before the year in 〔〕, as 四退役函
 * @param red with the unit's name in red above
 * @param personName whom it is about; the public sees it masked. Null when it is about nobody
 */
public record Issue(
        AttachmentOwner owner,
        int edition,
        DocumentKind kind,
        Paper paper,
        String wording,
        boolean red,
        @Nullable String personName) {}
