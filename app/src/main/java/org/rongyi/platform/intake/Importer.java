package org.rongyi.platform.intake;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.kernel.Actor;

/**
 * A room that takes records from lists. Each row goes through one act of the room, so that a list can do nothing that a
 * form could not.
 *
 * @param <T> what a row says
 */
public interface Importer<T> {

    /** Stands in paths and in the database, such as {@code persons}. */
    String kind();

    /** The act a row goes through; its rule decides who may import. */
    Class<?> act();

    /** The columns of the template; their name is what the list is called. */
    Columns<T> columns();

    /**
     * What would keep the row from being imported, as far as it can be told by reading; inside the actor's reading
     * transaction.
     *
     * @return {@link AlreadyThere} or {@link Refused}; empty when nothing does
     */
    Optional<Outcome> check(Actor.Office actor, T row);

    /**
     * Begins to try the rows of a sheet: for a room whose rows ask the same thing of the database, or add up. A sheet that others wait behind is
     * tried in parts.
     */
    default Trial<T> trial(Actor.Office actor) {
        return row -> check(actor, row);
    }

    /** As {@link #check}, of a row behind those tried before. */
    interface Trial<T> {
        Optional<Outcome> check(T row);
    }

    /**
     * Rows of one lane are taken one after another, as they stand in the list; lanes side by side. Rows that may hang on
     * each other go in one lane: all of them, unless the room knows better.
     */
    default int lane(T row) {
        return 0;
    }

    /** Imports the row by its own act; the same id again answers as it did the first time. */
    Outcome importRow(Actor.Office actor, CommandId id, T row);

    /**
     * Takes one imported record back as if it had never been.
     *
     * @return why it stays, for the person who asked: something hangs on it already; empty when it is gone
     */
    Optional<String> withdraw(Actor.Office actor, CommandId id, UUID subject);

    /** What is left for this actor to do by hand once a batch is imported; nothing, for most. */
    default Optional<Next> next(Actor.Office actor, UUID batch) {
        return Optional.empty();
    }

    /** A door, and why to go through it. */
    record Next(String label, String sentence, String path) {}

    /** What came of a row. */
    sealed interface Outcome {}

    record Imported(UUID subject) implements Outcome {}

    /** The record is there from before. */
    record AlreadyThere() implements Outcome {}

    /** The reason is for the person who filled the row. */
    record Refused(String reason) implements Outcome {}
}
