"""Dated documents in, a sourced timeline out."""
