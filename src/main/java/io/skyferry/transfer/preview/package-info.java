/**
 * What a sync would do, before anything moves: the listing of now, held against the ledger.
 *
 * <p>Costs the pages of one listing of the source and reads of the ledger; asks WebODM nothing, writes nothing, makes
 * nothing. The task is taken to be still there. The kinds of images are decided as the plan of a sync without wishes
 * decides them.
 */
package io.skyferry.transfer.preview;
