package db.campaign;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.rongyi.career.campaign.after.LetterFacts;

/** 以前的信补记: some at a time, each part committed by itself, since whoever counts holds a lock for each person until he commits. */
public class V202612180320__campaign_letters_counted extends BaseJavaMigration {

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws Exception {
        LetterFacts.into(context.getConnection());
    }
}
