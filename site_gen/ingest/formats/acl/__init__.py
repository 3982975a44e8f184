"""XML of the ACL Anthology: a collection of volumes with their papers."""
