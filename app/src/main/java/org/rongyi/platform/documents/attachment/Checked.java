package org.rongyi.platform.documents.attachment;

/** What became of an upload: told by its content, never by its name. */
public sealed interface Checked {

    String PDF = "application/pdf";

    /**
     * Fit to keep.
     *
     * @param name cleaned, its ending that of the type found
     * @param content as it will be kept: an image anew, a PDF as it came
     * @param preview a small JPEG of the image or of the first page
     * @param scanned a virus scanner has looked at it
     */
    record Fit(String name, String mediaType, byte[] content, byte[] preview, int pages, boolean scanned)
            implements Checked {}

    /** Not kept. The reason is for the person and says what to do. */
    record Unfit(String reason) implements Checked {}
}
