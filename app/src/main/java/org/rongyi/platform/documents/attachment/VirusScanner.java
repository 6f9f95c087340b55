package org.rongyi.platform.documents.attachment;

import java.nio.file.Path;

/** 病毒查杀: the port to a scanner. Which one is asked is a setting; without one nothing is scanned, and that is said. */
public interface VirusScanner {

    /** What it found. */
    sealed interface Verdict {}

    record Clean() implements Verdict {}

    /** @param name the scanner's name for what it found; for the log, not for the person */
    record Found(String name) implements Verdict {}

    /** It is set and does not answer. */
    record Unreachable(String why) implements Verdict {}

    /** None is set. */
    record NotSet() implements Verdict {}

    Verdict scan(byte[] content);

    /** A file of any size, read once and not held in memory. */
    Verdict scan(Path file);

    /** Whether nothing may be kept unscanned. */
    boolean isRequired();

    /** For the page of the installation: what is asked, in words. */
    String inWords();
}
