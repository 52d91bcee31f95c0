/** Holds the documents against the code: what a document lists is all there is, and what it links to exists. */
package io.skyferry.docs;
